package org.cadastre.collect.unix.internal;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.collect.unix.files.FilesFactory;
import org.cadastre.collect.unix.files.PrivilegedFile;
import org.cadastre.collect.unix.files.PrivilegedFiles;

/** What find(1) gives of set-uid, set-gid and world-writable files, and getcap(8) of those with capabilities. */
public final class PrivilegedFilesReader implements SectionReader<PrivilegedFiles> {

    /** "PATH cap_net_raw=ep" of today, "PATH = cap_net_raw+ep" of before libcap 2.41. */
    private static final Pattern CAPABILITIES = Pattern.compile("(/.*?) (?:= )?((?:cap_|=)\\S*)");

    @Override
    public PrivilegedFiles create() {
        return FilesFactory.eINSTANCE.createPrivilegedFiles();
    }

    @Override
    public void read(PrivilegedFiles section, Sources sources) {
        Map<String, PrivilegedFile> byPath = new TreeMap<>();
        AccountNames names = AccountNames.of(sources);
        sources.first("privileged-files").ifPresent(output -> {
            for (FileListing entry : FileListing.read(output, sources)) {
                if (RewrittenFiles.isPassing(entry.path())) {
                    continue;
                }
                if (entry.isSetUid() && entry.kind() == '-') {
                    file(entry, byPath, names).getRights().add("setUid");
                }
                if (entry.isSetGid() && entry.kind() == '-') {
                    file(entry, byPath, names).getRights().add("setGid");
                }
                if (entry.isWritableByAll() && entry.kind() != 'l') {
                    file(entry, byPath, names).getRights().add("worldWritable");
                }
            }
        });
        Optional<CommandOutput> capabilities = sources.asked("capabilities").filter(CommandOutput::hasOutput);
        capabilities.ifPresent(output -> output.lines().forEach(line -> {
            Matcher matcher = CAPABILITIES.matcher(line.strip());
            if (matcher.matches()) {
                PrivilegedFile file = byPath.computeIfAbsent(matcher.group(1), PrivilegedFilesReader::create);
                file.setCapabilities(matcher.group(2).replace('+', '='));
                if (!file.getRights().contains("capabilities")) {
                    file.getRights().add("capabilities");
                }
            } else if (!line.isBlank()) {
                sources.badLine(output);
            }
        }));
        section.getFiles().addAll(byPath.values());
    }

    private static PrivilegedFile create(String path) {
        PrivilegedFile file = FilesFactory.eINSTANCE.createPrivilegedFile();
        file.setPath(path);
        return file;
    }

    private static PrivilegedFile file(FileListing entry, Map<String, PrivilegedFile> byPath, AccountNames names) {
        PrivilegedFile file = byPath.computeIfAbsent(entry.path(), PrivilegedFilesReader::create);
        file.setType(entry.type());
        file.setOwner(names.user(entry.uid()));
        file.setGroup(names.group(entry.gid()));
        file.setMode(entry.mode());
        return file;
    }
}
