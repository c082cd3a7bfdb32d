package org.cadastre.collect.unix.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.collect.unix.operation.OperationFactory;
import org.cadastre.collect.unix.operation.QueuedJob;
import org.cadastre.collect.unix.operation.QueuedJobs;

/** atq(1): number, a tab, when it is due, letter of the queue ("=" while it runs), user. */
public final class QueuedJobsReader implements SectionReader<QueuedJobs> {

    private static final Pattern JOB = Pattern.compile("(\\d+)\\t(.+\\d) ([a-zA-Z=]) (\\S+)");

    @Override
    public QueuedJobs create() {
        return OperationFactory.eINSTANCE.createQueuedJobs();
    }

    @Override
    public void read(QueuedJobs section, Sources sources) {
        sources.first("atq").ifPresent(output -> {
            Map<Integer, QueuedJob> jobs = new LinkedHashMap<>();
            for (String line : output.lines()) {
                Matcher matcher = JOB.matcher(line.stripTrailing());
                Optional<Integer> number = matcher.matches() ? Numbers.integer(matcher.group(1)) : Optional.empty();
                number.ifPresent(found -> {
                    QueuedJob job = OperationFactory.eINSTANCE.createQueuedJob();
                    job.setNumber(found);
                    job.setDue(matcher.group(2).replaceAll("\\s+", " "));
                    job.setQueue(matcher.group(3));
                    job.setUser(matcher.group(4));
                    jobs.putIfAbsent(found, job);
                });
                if (number.isEmpty() && !line.isBlank()) {
                    sources.badLine(output);
                }
            }
            section.getJobs().addAll(jobs.values());
            if (output.privilege().equals("user")) {
                sources.partial("jobs of other accounts need root");
            }
        });
    }
}
