package org.cadastre.collect.unix.internal;

import java.util.Map;
import java.util.TreeMap;

import org.cadastre.collect.unix.access.AccessFactory;
import org.cadastre.collect.unix.access.SshServer;
import org.cadastre.collect.unix.access.SshSetting;

/** {@code sshd -T}: a line a setting, the keyword in lower case; some keywords come several times. */
public final class SshServerReader implements SectionReader<SshServer> {

    @Override
    public SshServer create() {
        return AccessFactory.eINSTANCE.createSshServer();
    }

    @Override
    public void read(SshServer section, Sources sources) {
        sources.first("sshd").ifPresent(output -> {
            Map<String, SshSetting> settings = new TreeMap<>();
            for (String line : output.lines()) {
                String[] words = line.strip().split("\\s+", 2);
                if (words[0].matches("[a-z0-9]{2,60}")) {
                    SshSetting setting = settings.computeIfAbsent(words[0], name -> {
                        SshSetting created = AccessFactory.eINSTANCE.createSshSetting();
                        created.setName(name);
                        return created;
                    });
                    String value = words.length > 1 ? SecretMask.apply(words[1]) : "";
                    if (!value.isEmpty() && !setting.getValues().contains(value)) {
                        setting.getValues().add(value);
                    }
                } else if (!line.isBlank()) {
                    sources.badLine(output);
                }
            }
            section.getSettings().addAll(settings.values());
        });
    }
}
