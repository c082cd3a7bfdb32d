package org.cadastre.repository.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs that have nothing to do with Cadastre and are to agree with it. */
final class Git {

    record Answer(int exit, String output) {
    }

    private Git() {
    }

    /** Output and errors of "git -C directory ...", which must succeed. */
    static String git(Path directory, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "safe.directory=*", "-C", directory.toString()));
        command.addAll(List.of(arguments));
        Answer answer = run(directory, command);
        if (answer.exit() != 0) {
            throw new AssertionError(command + " ended with " + answer.exit() + ": " + answer.output());
        }
        return answer.output();
    }

    static Answer run(Path directory, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("TZ", "UTC");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }

    /** Everything that "git fsck --strict" complains about; what nothing refers to, and an empty branch, are no complaints. */
    static String complaints(Path estate) throws IOException, InterruptedException {
        Answer answer = run(estate, List.of("git", "-c", "safe.directory=*", "-C", estate.toString(), "fsck", "--strict",
                "--full", "--no-progress", "--no-dangling"));
        String lines = answer.output().replaceAll("(?m)^notice: .*\n", "");
        return (answer.exit() == 0 ? "" : "exit " + answer.exit() + "\n") + lines;
    }
}
