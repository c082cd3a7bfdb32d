package org.cadastre.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Collector;
import org.cadastre.collect.Reading;
import org.cadastre.model.TargetOutcome;
import org.cadastre.model.TargetResult;

/**
 * What the collectors got from one target, in the order of their rank. One that read the device is enough; what the others met is
 * told if it is more than silence. For one thread.
 */
final class Answers {

    private record Failure(String collector, TargetResult result, String message) {

        /** A protocol that the device does not speak is nothing to tell of, as long as it speaks another one. */
        boolean isSilence() {
            return switch (result) {
                case NO_ANSWER, REFUSED, UNREACHABLE -> true;
                default -> false;
            };
        }

        /** The more a failure tells of what is at the address, the sooner it stands for all. */
        int weight() {
            return switch (result) {
                case HOST_KEY_CHANGED -> 6;
                case ACCESS_DENIED -> 5;
                case FAILED, TIMED_OUT -> 4;
                case REFUSED -> 3;
                case UNREACHABLE, UNKNOWN_HOST -> 2;
                default -> 1;
            };
        }
    }

    private final List<Failure> failures = new ArrayList<>();
    private final List<String> protocols = new ArrayList<>();
    private final List<String> credentials = new ArrayList<>();
    private final StringBuilder audit = new StringBuilder();
    private Optional<Reading> reading = Optional.empty();

    void add(Collector collector, Future<Reading> answer, AuditTrail sent) throws InterruptedException {
        try {
            add(collector, answer.get());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof CollectionException unreadable) {
                failures.add(new Failure(collector.id(), unreadable.result(), unreadable.getMessage()));
            } else {
                throw new IllegalStateException(failed.getCause());
            }
        }
        audit.append(sent);
    }

    private void add(Collector collector, Reading answer) {
        if (reading.isPresent() && !UnitedReading.isOneDevice(reading.get(), answer)) {
            failures.add(new Failure(collector.id(), TargetResult.FAILED, "shows another device than " + protocols.getLast()
                    + " at this address; only that one was saved"));
            return;
        }
        protocols.add(collector.id());
        answer.credential().ifPresent(credentials::add);
        reading = Optional.of(reading.map(first -> UnitedReading.of(first, answer)).orElse(answer));
    }

    /** No collector could be asked. */
    void add(CollectionException unreadable) {
        failures.add(new Failure("", unreadable.result(), unreadable.getMessage()));
    }

    void tell(TargetOutcome outcome) {
        if (reading.isPresent()) {
            outcome.setResult(TargetResult.READ);
            outcome.setProtocol(String.join(", ", protocols));
            if (!credentials.isEmpty()) {
                outcome.setCredential(credentials.stream().distinct().collect(Collectors.joining(", ")));
            }
            String others = failures.stream().filter(failure -> !failure.isSilence())
                    .map(failure -> failure.collector() + ": " + failure.message()).collect(Collectors.joining("; "));
            if (!others.isEmpty()) {
                outcome.setMessage(others);
            }
            return;
        }
        Failure telling = failures.stream().max(Comparator.comparing(Failure::weight)
                .thenComparing(failure -> -failures.indexOf(failure))).orElseThrow();
        outcome.setResult(telling.result());
        outcome.setMessage(telling.message());
    }

    Optional<Reading> reading() {
        return reading;
    }

    String audit() {
        return audit.toString();
    }
}
