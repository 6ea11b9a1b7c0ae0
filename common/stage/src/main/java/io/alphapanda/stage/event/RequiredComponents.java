package io.alphapanda.stage.event;

import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.Optional;

/// A record's components must be in its JSON, all but the optional ones: a sender of yesterday did not know those that
/// were added today, and its events still lie in topics.
final class RequiredComponents extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    public Boolean hasRequiredMarker(AnnotatedMember member) {
        if (member instanceof AnnotatedParameter) {
            return member.getRawType() != Optional.class;
        }
        return super.hasRequiredMarker(member);
    }
}
