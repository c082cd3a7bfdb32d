package org.cadastre.scan.identity;

import org.cadastre.model.IdentifierKind;

/** What an identifier belongs to; the three change for different reasons (docs/identity.md). */
public enum Layer {
    MACHINE, INSTALLATION, NAME;

    public static Layer of(IdentifierKind kind) {
        return switch (kind) {
            case SYSTEM_UUID, SERIAL_NUMBER, MAC -> MACHINE;
            case MACHINE_ID, SSH_HOST_KEY, SNMP_ENGINE_ID -> INSTALLATION;
            case NAME -> NAME;
        };
    }
}
