package org.cadastre.collect.unix.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.collect.unix.files.ConfigurationFile;
import org.cadastre.collect.unix.files.ConfigurationFiles;
import org.cadastre.collect.unix.files.FilesFactory;

/** Files below /etc: {@code ls -ldn} of each, {@code sha256sum} of contents, getfacl(1) and lsattr(1) where there is more. */
public final class ConfigurationFilesReader implements SectionReader<ConfigurationFiles> {

    /** "HASH  path" or "HASH *path"; a backslash before the hash means that the path is escaped (GNU). */
    private static final Pattern SUM = Pattern.compile("(\\\\?)([0-9a-f]{64}) [ *]?(/.*)");
    private static final Pattern ATTRIBUTES = Pattern.compile("([-a-zA-Z]{10,}) (/.*)");
    /** An entry of getfacl -n for one user or group. */
    private static final Pattern NUMBERED = Pattern.compile("((?:default:)?(user|group):)(\\d+)(:.*)");
    private static final int MOST_ENTRIES = 40;

    @Override
    public ConfigurationFiles create() {
        return FilesFactory.eINSTANCE.createConfigurationFiles();
    }

    @Override
    public void read(ConfigurationFiles section, Sources sources) {
        Optional<CommandOutput> listing = sources.first("configuration-files");
        if (listing.isEmpty()) {
            return;
        }
        AccountNames names = AccountNames.of(sources);
        Map<String, ConfigurationFile> byPath = new HashMap<>();
        for (FileListing entry : FileListing.read(listing.get(), sources)) {
            if (!RewrittenFiles.isPassing(entry.path()) && !entry.type().equals("other")) {
                byPath.putIfAbsent(entry.path(), file(entry, names));
            }
        }
        Map<String, String> sums = sums(sources);
        byPath.forEach((path, file) -> {
            if (!RewrittenFiles.isRewritten(path)) {
                file.setSha256(sums.get(path));
            }
        });
        sources.lookUp("access-control").ifPresent(output -> accessControl(output, byPath, names));
        sources.lookUp("extended-attributes").ifPresent(output -> extendedAttributes(output, byPath));
        sources.lookUp("file-attributes").ifPresent(output -> attributes(output, byPath));
        section.getFiles().addAll(byPath.values());
    }

    private static ConfigurationFile file(FileListing entry, AccountNames names) {
        ConfigurationFile file = FilesFactory.eINSTANCE.createConfigurationFile();
        file.setPath(entry.path());
        file.setType(entry.type());
        file.setOwner(names.user(entry.uid()));
        file.setGroup(names.group(entry.gid()));
        if (entry.kind() != 'l') {
            file.setMode(entry.mode());
        }
        if (entry.kind() == '-' && !RewrittenFiles.isRewritten(entry.path())) {
            file.setSize(entry.size());
        }
        entry.target().ifPresent(file::setTarget);
        return file;
    }

    private static Map<String, String> sums(Sources sources) {
        Map<String, String> sums = new HashMap<>();
        Optional<CommandOutput> answer = sources.asked("fingerprints");
        if (answer.isPresent() && answer.get().status() == 127) {
            sources.partial("the host has no command for SHA-256");
        } else if (answer.isPresent()) {
            sources.first("fingerprints").ifPresent(output -> {
                for (String line : output.lines()) {
                    Matcher matcher = SUM.matcher(line);
                    if (matcher.matches() && matcher.group(1).isEmpty()) {
                        sums.put(matcher.group(3), matcher.group(2));
                    } else if (!line.isBlank() && !matcher.matches()) {
                        sources.badLine(output);
                    }
                }
            });
        }
        return sums;
    }

    /** Blocks of getfacl(1): "# file: PATH", then entries; those that the rights show anyway have no name between the colons. */
    private static void accessControl(CommandOutput output, Map<String, ConfigurationFile> byPath, AccountNames names) {
        Optional<ConfigurationFile> file = Optional.empty();
        for (String line : output.lines()) {
            if (line.startsWith("# file: ")) {
                file = Optional.ofNullable(byPath.get(line.substring(8)));
            } else if (file.isPresent() && line.matches("(default:)?(user|group|mask|other):.*")) {
                List<String> words = List.of(line.split("\\s")[0].split(":", -1));
                boolean beyond = words.getFirst().equals("default") || words.size() > 2 && !words.get(1).isEmpty();
                if (beyond && file.get().getAccessControl().size() < MOST_ENTRIES) {
                    file.get().getAccessControl().add(named(line.split("\\s")[0], names));
                }
            }
        }
    }

    private static String named(String entry, AccountNames names) {
        Matcher matcher = NUMBERED.matcher(entry);
        if (!matcher.matches()) {
            return entry;
        }
        return Numbers.whole(matcher.group(3)).map(number -> matcher.group(1)
                + (matcher.group(2).equals("user") ? names.user(number) : names.group(number)) + matcher.group(4)).orElse(entry);
    }

    /** Blocks of getfattr(1): "# file: PATH", then a name in each line. */
    private static void extendedAttributes(CommandOutput output, Map<String, ConfigurationFile> byPath) {
        Optional<ConfigurationFile> file = Optional.empty();
        for (String line : output.lines()) {
            if (line.startsWith("# file: ")) {
                file = Optional.ofNullable(byPath.get(line.substring(8)));
            } else if (file.isPresent() && line.matches("[a-z]+\\.\\S+") && file.get().getExtendedAttributes().size() < MOST_ENTRIES
                    && !file.get().getExtendedAttributes().contains(line)) {
                file.get().getExtendedAttributes().add(line);
            }
        }
    }

    private static void attributes(CommandOutput output, Map<String, ConfigurationFile> byPath) {
        for (String line : output.lines()) {
            Matcher matcher = ATTRIBUTES.matcher(line.replaceFirst("\\s+", " "));
            if (matcher.matches() && byPath.containsKey(matcher.group(2))) {
                List<String> attributes = byPath.get(matcher.group(2)).getAttributes();
                if (matcher.group(1).contains("i") && !attributes.contains("immutable")) {
                    attributes.add("immutable");
                }
                if (matcher.group(1).contains("a") && !attributes.contains("append-only")) {
                    attributes.add("append-only");
                }
            }
        }
    }
}
