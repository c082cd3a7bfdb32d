package org.cadastre.model.canonical.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;

import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.Snapshot;
import org.cadastre.model.canonical.CanonicalForm;
import org.cadastre.model.canonical.UnreadableException;
import org.cadastre.model.host.Accounts;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.NameResolution;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalFormTest {

    private final CanonicalForm form = new CanonicalForm();

    @Test
    void saveLoadSaveGivesTheSameBytes() throws Exception {
        for (int seed = 0; seed < 200; seed++) {
            byte[] first = form.write(new AnyModel(seed).device());
            byte[] second = form.write(form.read(first, Device.class));
            assertArrayEquals(first, second, "seed " + seed);
        }
    }

    @Test
    void factsInAnotherOrderGiveTheSameBytes() {
        for (int seed = 0; seed < 200; seed++) {
            Device device = new AnyModel(seed).device();
            Device shuffled = EcoreUtil.copy(device);
            shuffle(shuffled, new Random(seed));
            assertArrayEquals(form.write(device), form.write(shuffled), "seed " + seed);
        }
    }

    @Test
    void nothingIsLostBetweenSaveAndLoad() throws Exception {
        for (int seed = 0; seed < 200; seed++) {
            Device device = new AnyModel(seed).device();
            Device loaded = form.read(form.write(device), Device.class);
            assertTrue(EcoreUtil.equals(device, loaded), "seed " + seed);
        }
    }

    @Test
    void localeAndTimeZoneOfTheMachineDoNotMatter() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        byte[] here = form.write(snapshot());
        try {
            Locale.setDefault(Locale.of("ar", "EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            assertArrayEquals(here, new CanonicalForm().write(snapshot()));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static Snapshot snapshot() {
        Snapshot snapshot = CadastreFactory.eINSTANCE.createSnapshot();
        snapshot.setLabel("before");
        snapshot.setStarted(Instant.parse("2026-11-23T07:00:00Z"));
        return snapshot;
    }

    @Test
    void theOrderOfListsThatMeanAnOrderIsKept() throws Exception {
        NameResolution resolution = HostFactory.eINSTANCE.createNameResolution();
        resolution.getServers().addAll(List.of("192.0.2.9", "192.0.2.1"));
        Device loaded = form.read(form.write(deviceWith(resolution)), Device.class);
        assertEquals(List.of("192.0.2.9", "192.0.2.1"), ((NameResolution) loaded.getSections().getFirst()).getServers());
    }

    @ParameterizedTest
    @ValueSource(strings = { "\u0000", "a\u001bb", "\ud800", "\udc00x", "\uffff", "\u0085", "<&>\"'", "  ", "\r\n\t", "\ud83d\udda5" })
    void anyTextOfADeviceCanBeSaved(String text) throws Exception {
        Accounts accounts = HostFactory.eINSTANCE.createAccounts();
        var user = HostFactory.eINSTANCE.createUser();
        user.setName("u");
        user.setFullName(text);
        accounts.getUsers().add(user);
        byte[] bytes = form.write(deviceWith(accounts));
        Device loaded = form.read(bytes, Device.class);
        assertEquals(user.getFullName(), ((Accounts) loaded.getSections().getFirst()).getUsers().getFirst().getFullName());
        assertEquals(text.isEmpty(), user.getFullName().isEmpty());
        assertArrayEquals(bytes, form.write(loaded));
    }

    @Test
    void twoDifferentElementsUnderOneKeyMakeTheSectionPartialWhicheverCameFirst() {
        byte[] one = form.write(deviceWith(accountsWithTwoRoots("/root", "/home/root")));
        byte[] other = form.write(deviceWith(accountsWithTwoRoots("/home/root", "/root")));
        assertArrayEquals(one, other);
        Accounts accounts = accountsWithTwoRoots("/root", "/home/root");
        form.write(deviceWith(accounts));
        assertEquals(1, accounts.getUsers().size());
        assertEquals(Coverage.PARTIAL, accounts.getCoverage());
        assertTrue(accounts.getReason().contains("users"), accounts.getReason());
    }

    @Test
    void theSameElementToldTwiceIsNoContradiction() {
        Accounts accounts = accountsWithTwoRoots("/root", "/root");
        form.write(deviceWith(accounts));
        assertEquals(1, accounts.getUsers().size());
        assertEquals(Coverage.COMPLETE, accounts.getCoverage());
    }

    private static Accounts accountsWithTwoRoots(String... homes) {
        Accounts accounts = HostFactory.eINSTANCE.createAccounts();
        for (String home : homes) {
            var user = HostFactory.eINSTANCE.createUser();
            user.setName("root");
            user.setHome(home);
            accounts.getUsers().add(user);
        }
        return accounts;
    }

    private static Device deviceWith(org.cadastre.model.Section section) {
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.setId("0123456789abcdef");
        device.getSections().add(section);
        return device;
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "no XML", "<a/>", "<?xml version=\"1.0\"?><host:Nonsense xmlns:host=\"urn:cadastre:host\"/>",
            "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>" })
    void whatIsNoDeviceFileIsRefusedInOneLine(String text) {
        UnreadableException refusal = assertThrows(UnreadableException.class,
                () -> form.read(text.getBytes(StandardCharsets.UTF_8), Device.class));
        assertEquals(1, refusal.getMessage().lines().count());
        assertTrue(!refusal.getMessage().contains("Exception"), refusal.getMessage());
    }

    @Test
    void aCutFileIsRefused() {
        byte[] bytes = form.write(new AnyModel(7).device());
        for (int length = 0; length < bytes.length - 2; length += Math.max(1, bytes.length / 50)) {
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            assertThrows(UnreadableException.class, () -> form.read(cut, Device.class));
        }
    }

    private static void shuffle(EObject object, Random random) {
        for (EReference containment : object.eClass().getEAllContainments()) {
            if (containment.isMany()) {
                @SuppressWarnings("unchecked")
                EList<EObject> children = (EList<EObject>) object.eGet(containment);
                List<EObject> order = new java.util.ArrayList<>(children);
                Collections.shuffle(order, random);
                children.clear();
                children.addAll(order);
                children.forEach(child -> shuffle(child, random));
            }
        }
        for (EStructuralFeature feature : object.eClass().getEAllAttributes()) {
            if (feature.isMany() && !feature.isOrdered()) {
                @SuppressWarnings("unchecked")
                EList<Object> values = (EList<Object>) object.eGet(feature);
                List<Object> order = new java.util.ArrayList<>(values);
                Collections.shuffle(order, random);
                values.clear();
                values.addAll(order);
            }
        }
    }
}
