package org.cadastre.collect.unix.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What "inspect" of a container engine wrote in the form that the probe asks for: a line a container, tabs between. */
record ContainerLines(String engine, List<String[]> containers) {

    static final List<String> ENGINES = List.of("docker", "podman");

    /** Places in a line. */
    static final int ID = 0;
    static final int NAME = 1;
    static final int IMAGE = 2;
    static final int IMAGE_ID = 3;
    static final int USER = 4;
    static final int RESTART = 5;
    static final int PRIVILEGED = 6;
    static final int NETWORK = 7;
    static final int PORTS = 8;
    static final int MOUNTS = 9;
    static final int PROJECT = 10;
    static final int STATUS = 11;
    static final int STARTED = 12;
    static final int RESTARTS = 13;
    static final int COMMAND = 14;

    /** Reads the answers of all engines that the host has. */
    static void each(Sources sources, BiConsumer<CommandOutput, ContainerLines> consumer) {
        for (String engine : ENGINES) {
            String answer = engine + "-containers";
            if (sources.asked(answer).isPresent()) {
                sources.first(answer).ifPresent(output -> consumer.accept(output, read(engine, output, sources)));
            }
        }
    }

    private static ContainerLines read(String engine, CommandOutput output, Sources sources) {
        List<String[]> containers = new ArrayList<>();
        for (String line : output.lines()) {
            // A command of several lines goes on in lines that are none of a container.
            String[] fields = line.split("\t", -1);
            if (fields.length > COMMAND && !fields[ID].isBlank() && fields[NAME].length() > 1) {
                containers.add(fields);
            } else if (containers.isEmpty() && !line.isBlank()) {
                sources.badLine(output);
            }
        }
        return new ContainerLines(engine, containers);
    }

    /** Docker's names begin with a slash. */
    static String name(String[] fields) {
        return fields[NAME].replaceFirst("^/", "");
    }

    /** No value where there is none: Go writes that in words. */
    static String value(String text) {
        return text.isBlank() || text.equals("<no value>") || text.equals("<nil>") ? null : text.strip();
    }

    /** RFC 3339, or Go's "2006-01-02 15:04:05.999 -0700 MST". The year 1 stands for "never". */
    static Optional<Instant> time(String text) {
        try {
            Instant time = text.indexOf('T') == "2026-11-23".length() ? Instant.from(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text))
                    : OffsetDateTime.parse(text.replaceFirst(" [A-Z]+$", "").replaceFirst(" ", "T").replace(" +0000", "Z")
                            .replaceFirst(" ([+-]\\d\\d)(\\d\\d)$", "$1:$2")).toInstant();
            return Optional.of(time).filter(one -> one.isAfter(Instant.EPOCH));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
