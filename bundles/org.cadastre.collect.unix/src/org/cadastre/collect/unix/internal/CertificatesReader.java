package org.cadastre.collect.unix.internal;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.cadastre.collect.unix.access.AccessFactory;
import org.cadastre.collect.unix.access.Certificate;
import org.cadastre.collect.unix.access.Certificates;

/** Certificates (X.509, RFC 5280) that the probe took out of files and got from open ports: place, tab, DER in Base64. */
public final class CertificatesReader implements SectionReader<Certificates> {

    /** GeneralName types of RFC 5280, 4.2.1.6 that name something a person knows: mail, DNS, URI, address. */
    private static final List<Integer> NAMES = List.of(1, 2, 6, 7);
    private static final int MOST_NAMES = 500;

    @Override
    public Certificates create() {
        return AccessFactory.eINSTANCE.createCertificates();
    }

    @Override
    public void read(Certificates section, Sources sources) {
        Map<List<String>, Certificate> certificates = new LinkedHashMap<>();
        for (String name : List.of("certificate-files", "certificate-ports")) {
            if (sources.asked(name).isPresent()) {
                sources.first(name).ifPresent(output -> {
                    for (String line : output.lines()) {
                        if (line.matches("port \\d+")) {
                            sources.partial(line + " kept silent when asked for its certificate");
                            continue;
                        }
                        if (line.matches("unasked \\d+")) {
                            sources.partial("the certificate of port " + line.substring("unasked ".length())
                                    + " is not known: the host has no openssl or no timeout");
                            continue;
                        }
                        int tab = line.indexOf('\t');
                        Optional<Certificate> certificate = tab < 1 ? Optional.empty() : certificate(line.substring(tab + 1));
                        certificate.ifPresent(found -> {
                            found.setPlace(line.substring(0, tab));
                            certificates.putIfAbsent(List.of(found.getPlace(), found.getFingerprint()), found);
                        });
                        if (certificate.isEmpty() && !line.isBlank()) {
                            sources.badLine(output);
                        }
                    }
                });
            }
        }
        section.getCertificates().addAll(certificates.values());
    }

    private static Optional<Certificate> certificate(String base64) {
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            X509Certificate x509 = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der));
            Certificate certificate = AccessFactory.eINSTANCE.createCertificate();
            certificate.setFingerprint(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(x509.getEncoded())));
            certificate.setSubject(x509.getSubjectX500Principal().getName());
            certificate.setIssuer(x509.getIssuerX500Principal().getName());
            certificate.setSerialNumber(x509.getSerialNumber().toString(16));
            certificate.setValidFrom(x509.getNotBefore().toInstant());
            certificate.setValidUntil(x509.getNotAfter().toInstant());
            certificate.setKeyAlgorithm(x509.getPublicKey().getAlgorithm());
            certificate.setSignatureAlgorithm(x509.getSigAlgName());
            certificate.setAuthority(x509.getBasicConstraints() >= 0);
            switch (x509.getPublicKey()) {
                case RSAPublicKey rsa -> certificate.setKeySize(rsa.getModulus().bitLength());
                case ECPublicKey curve -> certificate.setKeySize(curve.getParams().getCurve().getField().getFieldSize());
                default -> {
                    // Ed25519 and the like have one size.
                }
            }
            certificate.getNames().addAll(names(x509.getSubjectAlternativeNames()));
            return Optional.of(certificate);
        } catch (GeneralSecurityException | RuntimeException none) {
            // The JDK's parser throws many kinds at bytes that are no certificate.
            return Optional.empty();
        }
    }

    private static Collection<String> names(Collection<List<?>> alternatives) {
        TreeSet<String> names = new TreeSet<>();
        for (List<?> name : alternatives == null ? List.<List<?>>of() : alternatives) {
            if (name.size() > 1 && NAMES.contains(name.getFirst()) && name.get(1) instanceof String text && names.size() < MOST_NAMES) {
                names.add(text);
            }
        }
        return names;
    }
}
