package io.alphapanda.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Walks through a list from its first page to its last.
final class Paging {

    private Paging() {}

    /// The rows' ids in the order they were shown, four a page.
    ///
    /// @param rows    the answer's member that holds them
    /// @param between what happens after each page
    static List<String> walk(String path, String rows, Runnable between) {
        var seen = new ArrayList<String>();
        var query = new HashMap<String, String>(Map.of("limit", "4"));
        JsonPath page;
        do {
            page = ApiTest.get(path, query).jsonPath();
            List<String> ids = page.getList(rows + ".id");
            assertThat(ids).hasSizeLessThanOrEqualTo(4);
            seen.addAll(ids);
            between.run();
            query.put("cursor", page.getString("nextCursor"));
        } while (page.getString("nextCursor") != null);
        return seen;
    }
}
