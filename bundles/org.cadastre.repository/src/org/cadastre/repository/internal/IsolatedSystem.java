package org.cadastre.repository.internal;

import org.eclipse.jgit.lib.Config;
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

    private IsolatedSystem(SystemReader system) {
        super(system);
    }

    static void install() {
        if (!(SystemReader.getInstance() instanceof IsolatedSystem)) {
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
    }
}
