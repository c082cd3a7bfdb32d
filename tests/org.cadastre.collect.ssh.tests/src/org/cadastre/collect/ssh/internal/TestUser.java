package org.cadastre.collect.ssh.internal;

/** An account of this machine, made for a test and removed after it. */
final class TestUser implements AutoCloseable {

    final String name;
    final String password;

    TestUser(String name, String shell) {
        this.name = name + ProcessHandle.current().pid() % 100000;
        this.password = "pa55-" + System.nanoTime() + "-wörd";
        Commands.run("useradd", "--create-home", "--shell", shell, this.name);
        Commands.feed(this.name + ":" + password + "\n", "chpasswd");
    }

    @Override
    public void close() {
        // What the user still runs would keep userdel from its work.
        new ProcessHandleOfUser(name).end();
        Commands.run("sh", "-c", "userdel --remove --force " + name + " 2>&1 || true");
    }

    private record ProcessHandleOfUser(String user) {
        void end() {
            ProcessHandle.allProcesses().filter(process -> process.info().user().filter(user::equals).isPresent())
                    .forEach(ProcessHandle::destroyForcibly);
        }
    }
}
