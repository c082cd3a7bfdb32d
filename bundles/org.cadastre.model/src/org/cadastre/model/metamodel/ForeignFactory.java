package org.cadastre.model.metamodel;

import java.util.Optional;

import org.cadastre.model.CadastrePackage;
import org.cadastre.model.impl.ObservationImpl;
import org.cadastre.model.impl.SectionImpl;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.impl.EFactoryImpl;

/**
 * Makes objects of classes that are described in a file only, so that no Java code stands behind them. Their sections are
 * {@link org.cadastre.model.Section}s all the same, so that whoever works by the metamodel does not see a difference.
 */
final class ForeignFactory extends EFactoryImpl {

    private static final class ForeignSection extends SectionImpl {
        // Its class is set when it is made; SectionImpl is abstract only because the metamodel says so.
    }

    private static final class ForeignObservation extends ObservationImpl {
        // As above.
    }

    /** @param owner whose classes it makes objects of */
    ForeignFactory(EPackage owner) {
        setEPackage(owner);
    }

    @Override
    public EObject create(EClass type) {
        Optional<EClass> known = type.getEAllSuperTypes().reversed().stream()
                .filter(above -> above.getInstanceClass() != null).findFirst();
        if (known.filter(CadastrePackage.Literals.OBSERVATION::equals).isPresent()) {
            return of(type, new ForeignObservation());
        }
        if (known.filter(CadastrePackage.Literals.SECTION::equals).isPresent()) {
            return of(type, new ForeignSection());
        }
        return super.create(type);
    }

    private static EObject of(EClass type, InternalEObject made) {
        made.eSetClass(type);
        return made;
    }

    /** Values of types that only the other version has are kept as the text that they were saved as. */
    @Override
    public Object createFromString(EDataType type, String text) {
        return type instanceof EEnum ? super.createFromString(type, text) : text;
    }

    @Override
    public String convertToString(EDataType type, Object value) {
        return value instanceof Enumerator literal ? literal.getLiteral() : value == null ? null : value.toString();
    }
}
