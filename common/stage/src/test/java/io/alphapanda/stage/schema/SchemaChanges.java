package io.alphapanda.stage.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// What changed from one schema of an event's data to the next, field by field.
///
/// Breaking is what leaves somebody behind: a reader of today misses a field or meets it as something else; an event of
/// yesterday, which still lies in its topic, no longer holds. Compatible is a new optional field, and more values
/// where there were some (readers are deployed before writers). Words that describe are no change; any other
/// keyword's change is breaking.
final class SchemaChanges {

    private final List<SchemaChange> changes = new ArrayList<>();

    private SchemaChanges() {}

    static List<SchemaChange> between(JsonNode before, JsonNode after) {
        var comparison = new SchemaChanges();
        comparison.compare("", ResolvedSchema.of(before), ResolvedSchema.of(after));
        return List.copyOf(comparison.changes);
    }

    private void compare(String field, ResolvedSchema before, ResolvedSchema after) {
        var keywords = new LinkedHashSet<String>();
        before.keywords().fieldNames().forEachRemaining(keywords::add);
        after.keywords().fieldNames().forEachRemaining(keywords::add);
        for (var keyword : keywords) {
            switch (keyword) {
                case "properties" -> properties(field, before, after);
                case "required" -> required(field, before, after);
                case "enum" -> values(field, before, after);
                case "items" -> nested(field + "[]", keyword, before, after);
                case "additionalProperties" -> nested(field + "{}", keyword, before, after);
                case "pattern", "format" -> notation(field, keyword, before, after);
                default -> other(field, keyword, before, after);
            }
        }
    }

    private void properties(String parent, ResolvedSchema before, ResolvedSchema after) {
        var was = before.properties();
        var is = after.properties();
        was.forEach((name, schema) -> {
            if (is.containsKey(name)) {
                compare(path(parent, name), schema, is.get(name));
            } else {
                breaking(path(parent, name), "removed" + renamed(schema, was, is));
            }
        });
        is.forEach((name, _) -> {
            if (!was.containsKey(name) && !after.requires(name)) {
                compatible(path(parent, name), "new and optional");
            } else if (!was.containsKey(name)) {
                breaking(path(parent, name), "new and required, events of yesterday lack it");
            }
        });
    }

    /// A field that went and one of the same schema that came: most likely one field under another name.
    private static String renamed(
            ResolvedSchema gone, Map<String, ResolvedSchema> was, Map<String, ResolvedSchema> is) {
        return is.entrySet().stream()
                .filter(each ->
                        !was.containsKey(each.getKey()) && each.getValue().sameAs(gone))
                .findFirst()
                .map(each -> ", or renamed to " + each.getKey())
                .orElse("");
    }

    /// Fields that are in both.
    private void required(String parent, ResolvedSchema before, ResolvedSchema after) {
        var is = after.properties();
        before.properties().forEach((name, _) -> {
            if (is.containsKey(name) && !before.requires(name) && after.requires(name)) {
                breaking(path(parent, name), "newly required, events of yesterday may lack it");
            } else if (is.containsKey(name) && before.requires(name) && !after.requires(name)) {
                breaking(path(parent, name), "no longer required, readers of today count on it");
            }
        });
    }

    private void values(String field, ResolvedSchema before, ResolvedSchema after) {
        var was = before.values();
        var is = after.values();
        if (was.isEmpty()) {
            breaking(field, "narrowed to one of " + is);
        } else if (is.isEmpty()) {
            compatible(field, "no longer one of " + was + " only");
        } else {
            was.stream()
                    .filter(each -> !is.contains(each))
                    .forEach(each -> breaking(field, "value " + each + " removed"));
            is.stream()
                    .filter(each -> !was.contains(each))
                    .forEach(each -> compatible(field, "value " + each + " added"));
        }
    }

    private void nested(String field, String keyword, ResolvedSchema before, ResolvedSchema after) {
        if (before.isSchema(keyword) && after.isSchema(keyword)) {
            compare(field, before.under(keyword), after.under(keyword));
        } else {
            other(field, keyword, before, after);
        }
    }

    /// Whether one pattern takes all that another takes can't be told from the two, so another one counts as narrower.
    private void notation(String field, String keyword, ResolvedSchema before, ResolvedSchema after) {
        if (before.keywords().has(keyword) && !after.keywords().has(keyword)) {
            compatible(field, "no longer bound to the " + keyword + " " + before.shown(keyword));
        } else {
            other(field, keyword, before, after);
        }
    }

    private void other(String field, String keyword, ResolvedSchema before, ResolvedSchema after) {
        if (!before.keywords().path(keyword).equals(after.keywords().path(keyword))) {
            breaking(field, keyword + " changed from " + before.shown(keyword) + " to " + after.shown(keyword));
        }
    }

    private void breaking(String field, String what) {
        changes.add(new SchemaChange(field, what, true));
    }

    private void compatible(String field, String what) {
        changes.add(new SchemaChange(field, what, false));
    }

    private static String path(String parent, String name) {
        return parent.isEmpty() ? name : parent + "." + name;
    }
}
