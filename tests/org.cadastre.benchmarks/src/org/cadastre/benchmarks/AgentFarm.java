package org.cadastre.benchmarks;

import org.cadastre.testing.snmp.AgentSimulator;
import org.cadastre.testing.snmp.SimulatedAgent;
import org.cadastre.testing.snmp.SwitchWalk;

/** Many simulated switches in a process of their own: {@code AgentFarm COUNT PORT}. Ends with its standard input. */
public final class AgentFarm {

    static final String COMMUNITY = "public";
    private static final int PORTS = 48;

    private AgentFarm() {
    }

    /** 127.100.0.1 and on. */
    static String address(int number) {
        return "127.100." + number / 250 + "." + (number % 250 + 1);
    }

    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        try (AgentSimulator simulator = new AgentSimulator()) {
            for (int number = 0; number < count; number++) {
                simulator.add(address(number), Integer.parseInt(arguments[1]), new SimulatedAgent(SwitchWalk.of(number, PORTS), COMMUNITY));
            }
            System.out.println("ready");
            while (System.in.read() != -1) {
                // Whoever started this ends it.
            }
        }
    }
}
