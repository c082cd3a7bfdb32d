package org.cadastre.collect.ssh.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real ssh-agent with a socket of its own. */
final class AgentProgram implements AutoCloseable {

    final Path socket;
    private final Process process;

    AgentProgram(Path socket) throws Exception {
        this.socket = socket;
        process = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        for (int i = 0; i < 200 && !Files.exists(socket); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    Agent client() {
        return new Agent(Optional.of(socket.toString()));
    }

    /** Gives it a private key, decrypted, as ssh-add does. */
    void add(Path key, String... options) {
        String[] command = new String[options.length + 2];
        command[0] = "ssh-add";
        System.arraycopy(options, 0, command, 1, options.length);
        command[command.length - 1] = key.toString();
        Commands.run(Map.of(Agent.VARIABLE, socket.toString()), command);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
