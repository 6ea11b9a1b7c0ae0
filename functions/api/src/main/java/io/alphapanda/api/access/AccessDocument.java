package io.alphapanda.api.access;

import io.alphapanda.api.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/// Says in the OpenAPI document what the front door asks for, from the same rules.
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class AccessDocument implements OASFilter {

    private static final String SCHEME = "token";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
        components.addSecurityScheme(
                SCHEME,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("POST /api/v1/auth/login gives one, good for five minutes"));
        document.setComponents(components);
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) ->
                        describe(AccessRules.of(method.name(), path.replaceAll("\\{\\w+}", "x")), operation)));
    }

    private static void describe(Need need, Operation operation) {
        refusal(operation, "429", "Asks too often; Retry-After says when to ask again");
        if (need == Need.OPEN) {
            return;
        }
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(SCHEME));
        refusal(operation, "401", "Nobody has said who they are, or their login is over");
        refusal(operation, "403", "It takes the role " + need);
    }

    private static void refusal(Operation operation, String status, String words) {
        if (operation.getResponses().hasAPIResponse(status)) {
            return;
        }
        var problem =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse()
                                .description(words)
                                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, problem)));
    }
}
