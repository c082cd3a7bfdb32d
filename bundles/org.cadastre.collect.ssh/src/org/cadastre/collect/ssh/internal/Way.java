package org.cadastre.collect.ssh.internal;

import java.io.IOException;
import java.net.Socket;

import org.cadastre.collect.AuditLog;
import org.cadastre.collect.CollectionException;

/** How the bytes get to a device. */
@FunctionalInterface
interface Way {

    /**
     * Opens a connection and tells the audit log of it first.
     *
     * @param leash is given each connection before anything is waited for, so that another thread can close it
     */
    Wire open(String host, int port, AuditLog audit, Leash leash) throws CollectionException, InterruptedException;

    /** Takes a connection that is about to be opened; refuses it when the visit was broken off meanwhile. */
    @FunctionalInterface
    interface Leash {
        void take(Socket connection) throws IOException;
    }

    /** "host:22", "[2001:db8::1]:22" */
    static String text(String host, int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
