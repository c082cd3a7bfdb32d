package org.cadastre.collect.unix.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Quota;
import org.cadastre.model.host.Quotas;

/** repquota(8) with commas: limits, not what is used. Accounts without a limit are left out. */
public final class QuotasReader implements SectionReader<Quotas> {

    private static final Pattern HEAD = Pattern.compile("\\*\\*\\* Report for (\\w+) quotas on device (\\S+)");

    @Override
    public Quotas create() {
        return HostFactory.eINSTANCE.createQuotas();
    }

    @Override
    public void read(Quotas section, Sources sources) {
        if (sources.asked("quotas").isEmpty()) {
            return;
        }
        Map<List<String>, Quota> quotas = new LinkedHashMap<>();
        sources.first("quotas").ifPresent(output -> {
            String kind = "user";
            String device = "";
            for (String line : output.lines()) {
                Matcher head = HEAD.matcher(line.strip());
                if (head.matches()) {
                    kind = head.group(1).toLowerCase(Locale.ROOT);
                    device = head.group(2);
                } else if (!device.isEmpty()) {
                    quota(device, kind, line.split(",")).ifPresent(quota -> quotas.putIfAbsent(
                            List.of(quota.getFileSystem(), quota.getKind(), quota.getName()), quota));
                }
            }
        });
        section.getQuotas().addAll(quotas.values());
    }

    /** User, block status, file status, blocks used, soft limit, hard limit, ... */
    private static Optional<Quota> quota(String device, String kind, String[] fields) {
        if (fields.length < 6) {
            return Optional.empty();
        }
        Optional<Long> soft = Numbers.whole(fields[4]).flatMap(DiskFree::kibibytes).filter(bytes -> bytes > 0);
        Optional<Long> hard = Numbers.whole(fields[5]).flatMap(DiskFree::kibibytes).filter(bytes -> bytes > 0);
        if (soft.isEmpty() && hard.isEmpty()) {
            return Optional.empty();
        }
        Quota quota = HostFactory.eINSTANCE.createQuota();
        quota.setFileSystem(device);
        quota.setKind(kind);
        quota.setName(fields[0].strip());
        quota.setSoftLimit(soft.orElse(null));
        quota.setHardLimit(hard.orElse(null));
        return Optional.of(quota);
    }
}
