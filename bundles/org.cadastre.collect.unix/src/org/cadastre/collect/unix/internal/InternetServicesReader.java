package org.cadastre.collect.unix.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.cadastre.collect.unix.operation.InternetService;
import org.cadastre.collect.unix.operation.InternetServices;
import org.cadastre.collect.unix.operation.OperationFactory;

/** inetd.conf(5): name, kind of socket, protocol, wait, account, program, arguments; xinetd.conf(5): blocks of settings. */
public final class InternetServicesReader implements SectionReader<InternetServices> {

    @Override
    public InternetServices create() {
        return OperationFactory.eINSTANCE.createInternetServices();
    }

    @Override
    public void read(InternetServices section, Sources sources) {
        sources.first("inetd").ifPresent(output -> {
            Map<List<String>, InternetService> services = new LinkedHashMap<>();
            FileLines.of(Optional.of(output)).byPath().forEach((path, lines) -> {
                if (path.endsWith("/inetd.conf")) {
                    lines.forEach(line -> inetd(path, line.strip(), output, sources, services));
                } else if (!RewrittenFiles.isPassing(path)) {
                    xinetd(path, lines, services);
                }
            });
            section.getServices().addAll(services.values());
        });
    }

    private static void inetd(String path, String line, CommandOutput output, Sources sources,
            Map<List<String>, InternetService> services) {
        // "#<off># " is how update-inetd(8) switches a service off.
        boolean off = line.startsWith("#<off>#");
        String text = off ? line.substring(7).strip() : line;
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        String[] words = text.split("\\s+", 6);
        if (words.length < 6) {
            sources.badLine(output);
            return;
        }
        add(path, words[0], words[2], words[4], words[5], !off, services);
    }

    private static void xinetd(String path, List<String> lines, Map<List<String>, InternetService> services) {
        String name = "";
        Map<String, String> values = new HashMap<>();
        for (String raw : lines) {
            String line = raw.strip();
            int sign = line.indexOf('=');
            if (line.startsWith("service ")) {
                name = line.substring(8).strip();
                values.clear();
            } else if (line.equals("}") && !name.isEmpty()) {
                String command = (values.getOrDefault("server", "") + " " + values.getOrDefault("server_args", "")).strip();
                add(path, values.getOrDefault("id", name), values.getOrDefault("protocol", ""), values.getOrDefault("user", ""),
                        command, !values.getOrDefault("disable", "no").equals("yes"), services);
                name = "";
            } else if (sign > 0 && !line.startsWith("#")) {
                values.put(line.substring(0, sign).replaceAll("[\\s+-]", ""), line.substring(sign + 1).strip());
            }
        }
    }

    private static void add(String path, String name, String protocol, String account, String command, boolean enabled,
            Map<List<String>, InternetService> services) {
        InternetService service = OperationFactory.eINSTANCE.createInternetService();
        service.setSource(path);
        service.setName(name);
        service.setProtocol(protocol.isEmpty() ? null : protocol);
        service.setAccount(account.isEmpty() ? null : account);
        service.setCommand(command.isEmpty() ? null : SecretMask.apply(command.replaceAll("\\s+", " ")));
        service.setEnabled(enabled);
        services.putIfAbsent(List.of(name, protocol, path), service);
    }
}
