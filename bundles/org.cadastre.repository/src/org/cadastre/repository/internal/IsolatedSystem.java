package org.cadastre.repository.internal;

import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Keeps everything that a user or administrator has set up for Git away from estates: signing, hooks, line endings,
 * templates, object formats. What holds for an estate stands in its own "config" file. Reads no file outside of the
 * estate, starts no "git" program and writes nothing into the home directory.
 *
 * <p>JGit knows one such reader for the whole process; no other part of the program uses JGit.
 */
final class IsolatedSystem extends SystemReader.Delegate {

    /**
     * JGit logs a stack trace for each damaged object that it meets, and again each time it meets it. All of it comes to
     * whoever reads the estate as an exception as well, and to the user as one line.
     */
    private static final Logger JGIT = Logger.getLogger("org.eclipse.jgit");

    private IsolatedSystem(SystemReader system) {
        super(system);
    }

    static void install() {
        if (!(SystemReader.getInstance() instanceof IsolatedSystem)) {
            JGIT.setLevel(Level.OFF);
            SystemReader.setInstance(new IsolatedSystem(SystemReader.getInstance()));
        }
    }

    @Override
    public String getenv(String variable) {
        return variable.startsWith("GIT_") ? null : super.getenv(variable);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        FileBasedConfig safe = new MemoryConfig(parent, fs);
        safe.setBoolean("core", null, "fsyncRefFiles", true);
        safe.setBoolean("core", null, "fsyncObjectFiles", true);
        return safe;
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new MemoryConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new MemoryConfig(parent, fs);
    }

    private static final class MemoryConfig extends FileBasedConfig {

        MemoryConfig(Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // There is no file.
        }

        @Override
        public void save() {
            // What JGit finds out about the file system is good for this process only.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        /**
         * Says at once what JGit would try out for seconds in every process: how exact the times of files are. The
         * coarsest answer (FAT: two seconds) is safe everywhere; JGit then looks again into files just written.
         */
        @Override
        public long getTimeUnit(String section, String subsection, String name, long otherwise, TimeUnit unit) {
            return ConfigConstants.CONFIG_FILESYSTEM_SECTION.equals(section) ? unit.convert(2, TimeUnit.SECONDS)
                    : super.getTimeUnit(section, subsection, name, otherwise, unit);
        }
    }
}
