package org.cadastre.collect.ssh.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.cadastre.collect.Credential;

import net.schmizz.sshj.common.Buffer;

/** Which of the agent's keys a credential means. */
final class AgentKeys {

    private AgentKeys() {
    }

    /** @return at least one, in the agent's order */
    static List<Agent.Key> of(Agent agent, Credential.Agent credential) throws UnusableKeyException {
        List<Agent.Key> all = agent.keys();
        if (all.isEmpty()) {
            throw new UnusableKeyException("the SSH agent has no keys; add one with ssh-add");
        }
        if (credential.publicKey().isEmpty()) {
            return all;
        }
        Path file = credential.publicKey().get();
        byte[] blob = read(file);
        return List.of(all.stream().filter(key -> Arrays.equals(key.blob(), blob)).findFirst()
                .orElseThrow(() -> new UnusableKeyException("the SSH agent does not have the key %s of %s; add it with ssh-add"
                        .formatted(PublicKeys.fingerprint(blob), file))));
    }

    /** A public key or certificate as ssh-keygen writes it: type, Base64, comment. */
    private static byte[] read(Path file) throws UnusableKeyException {
        try {
            String[] words = Files.readString(file, StandardCharsets.ISO_8859_1).strip().split("\\s+");
            byte[] blob = Base64.getDecoder().decode(words[1]);
            if (!words[0].equals(new Agent.Key(blob).type())) {
                throw new IllegalArgumentException(words[0]);
            }
            return blob;
        } catch (Buffer.BufferException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnusableKeyException("key file %s is no public key; give the public half of a key that the agent has".formatted(file));
        } catch (IOException e) {
            throw new UnusableKeyException("key file %s cannot be read; give the public half of a key that the agent has".formatted(file));
        }
    }
}
