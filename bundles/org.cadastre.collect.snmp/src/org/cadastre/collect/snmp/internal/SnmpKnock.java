package org.cadastre.collect.snmp.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Credential;
import org.cadastre.collect.Knock;
import org.cadastre.collect.snmp.internal.protocol.Access;
import org.cadastre.collect.snmp.internal.protocol.Login;
import org.cadastre.collect.snmp.internal.protocol.Patience;
import org.cadastre.model.TargetResult;

/** Whether an SNMP agent is at an address: any answer says so, a refusal too. */
final class SnmpKnock implements Knock.Question {

    @Override
    public String name() {
        return "snmp";
    }

    @Override
    public int packets(List<Credential> credentials) {
        return SnmpCollector.usable(credentials).stream().mapToInt(credential -> Access.of(credential).size()).sum();
    }

    @Override
    public boolean isAnswered(String host, List<Credential> credentials, Duration patience) throws InterruptedException {
        List<Credential> usable = SnmpCollector.usable(credentials);
        if (usable.isEmpty()) {
            return false;
        }
        try (Login login = new Login(InetAddress.getByName(host), SnmpCollector.USUAL_PORT, usable, new Patience(List.of(patience), 1))) {
            login.accepted(action -> { });
            return true;
        } catch (CollectionException refused) {
            return refused.result() == TargetResult.ACCESS_DENIED;
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
