package io.alphapanda.stage.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaChangesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String BEFORE = """
            {"type":"object","title":"order.v1",
             "properties":{
               "id":{"type":"string","description":"derived"},
               "price":{"$ref":"#/$defs/Price"},
               "side":{"type":"string","enum":["BUY","SELL"]},
               "kind":{"const":"MARKET"},
               "note":{"type":["string","null"]},
               "stop":{"anyOf":[{"type":"null"},{"$ref":"#/$defs/Price"}]},
               "time":{"type":"string","format":"date-time"},
               "legs":{"type":"array","items":{"type":"object","properties":{"count":{"type":"integer"}},"required":["count"]}},
               "numbers":{"type":"object","additionalProperties":{"type":"string"}}},
             "required":["id","price","side","time"],
             "$defs":{"Price":{"type":"string","pattern":"^[0-9]+$"}}}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "note":{"type":["string","null"]},  | ``                                  | note: removed
            "id":{"type"                        | "key":{"type"                       | id: removed, or renamed to key
            "required":["id",                   | "required":["note","id",            | note: newly required, events of yesterday may lack it
            "required":["id",                   | "required":["stop","id",            | stop: newly required, events of yesterday may lack it
            "required":["id",                   | "required":[                        | id: no longer required, readers of today count on it
            ["id","price","side","time"],       | [],                                 | time: no longer required, readers of today count on it
            {"type":"string","description"      | {"type":"integer","description"     | id: type changed from string to integer
            {"type":"string","description"      | {"type":["string","null"],"description" | id: type changed from string to ["null","string"]
            ["string","null"]                   | "string"                            | note: type changed from ["null","string"] to string
            {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Price"}]} | {"$ref":"#/$defs/Price"} | stop: type changed from ["null","string"] to string
            "BUY","SELL"                        | "BUY"                               | side: value SELL removed
            "MARKET"                            | "LIMIT"                             | kind: value MARKET removed
            "type":"string","description"       | "type":"string","enum":["x"],"description" | id: narrowed to one of [x]
            "^[0-9]+$"                          | "^[0-9]$"                           | price: pattern changed from ^[0-9]+$ to ^[0-9]$
            "^[0-9]+$"                          | "^[0-9]$"                           | stop: pattern changed from ^[0-9]+$ to ^[0-9]$
            "type":"string","description"       | "type":"string","pattern":"^a","description" | id: pattern changed from nothing to ^a
            "format":"date-time"                | "format":"date"                     | time: format changed from date-time to date
            "type":"string","description"       | "type":"string","maxLength":9,"description" | id: maxLength changed from nothing to 9
            "items":{"type":"object",           | "items":{"type":"object","minProperties":1, | legs[]: minProperties changed from nothing to 1
            "count":{"type":"integer"}          | "count":{"type":"number"}           | legs[].count: type changed from integer to number
            "additionalProperties":{"type":"string"} | "additionalProperties":{"type":"number"} | numbers{}: type changed from string to number
            "additionalProperties":{"type":"string"} | "additionalProperties":false   | numbers{}: additionalProperties changed from {"type":"string"} to false
            "type":"object","title"             | "type":"array","title"              | the data: type changed from object to array
            "type":"object","title"             | "type":"object","additionalProperties":false,"title" | {}: additionalProperties changed from nothing to false
            """)
    void readerOrEventThatIsLeftBehindIsBreaking(String written, String instead, String told) {
        assertThat(SchemaChanges.between(json(BEFORE), json(changed(written, instead))))
                .filteredOn(SchemaChange::breaking)
                .extracting(SchemaChange::toString)
                .contains(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "id":{                    | "added":{"type":["string","null"]},"id":{ | added: new and optional
            "count":{                 | "added":{"type":["string","null"]},"count":{ | legs[].added: new and optional
            "BUY","SELL"              | "BUY","SELL","SHORT"                      | side: value SHORT added
            {"const":"MARKET"}        | {"enum":["MARKET","LIMIT"]}               | kind: value LIMIT added
            ,"enum":["BUY","SELL"]    | ``                                        | side: no longer one of [BUY, SELL] only
            ,"format":"date-time"     | ``                                        | time: no longer bound to the format date-time
            """)
    void whatLeavesNobodyBehindIsCompatible(String written, String instead, String told) {
        assertThat(SchemaChanges.between(json(BEFORE), json(changed(written, instead))))
                .containsExactly(new SchemaChange(told.split(": ", 2)[0], told.split(": ", 2)[1], false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "description":"derived"    | "description":"made from its cause","examples":["a"]
            "order.v1"                 | "an order"
            "BUY","SELL"               | "SELL","BUY"
            ["id","price","side","time"] | ["time","side","price","id"]
            ["string","null"]          | ["null","string"]
            {"const":"MARKET"}         | {"enum":["MARKET"]}
            "price":{"$ref":"#/$defs/Price"} | "price":{"type":"string","pattern":"^[0-9]+$"}
            """)
    void otherWordsForTheSameAreNoChange(String written, String instead) {
        assertThat(SchemaChanges.between(json(BEFORE), json(changed(written, instead))))
                .isEmpty();
    }

    @Test
    void newFieldThatMustBeThereIsBreakingAndOneThatMayIsNot() {
        var after = changed("\"id\":{", "\"must\":{\"type\":\"string\"},\"may\":{\"type\":\"string\"},\"id\":{")
                .replace("[\"id\",", "[\"must\",\"id\",");

        assertThat(SchemaChanges.between(json(BEFORE), json(after)))
                .containsExactlyInAnyOrder(
                        new SchemaChange("must", "new and required, events of yesterday lack it", true),
                        new SchemaChange("may", "new and optional", false));
    }

    @Test
    void referenceThatIsNotFollowedIsNoSilentAgreement() {
        var choice = json(changed(
                "\"price\":{\"$ref\":\"#/$defs/Price\"}",
                "\"price\":{\"oneOf\":[{\"$ref\":\"#/$defs/Price\"},{\"type\":\"boolean\"}]}"));

        assertThatThrownBy(() -> SchemaChanges.between(choice, choice))
                .hasMessageContaining("a $ref under 'oneOf' can't be compared");
    }

    private static String changed(String written, String instead) {
        assertThat(BEFORE).contains(written);
        return BEFORE.replace(written, instead);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
