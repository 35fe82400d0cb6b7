package com.example.ghpm.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Lists in pages, with the {@code Link} header that leads from one to the next. */
final class Page {
    static final int DEFAULT_SIZE = 30;
    static final int MAX_SIZE = 100;

    private Page() {}

    /**
     * One page of a list.
     *
     * @param self the address of the whole list, without a query
     */
    static Reply of(Call call, String self, List<? extends JsonNode> items) {
        int size = call.number("per_page", DEFAULT_SIZE, 1, MAX_SIZE);
        int page = call.number("page", 1, 1, Integer.MAX_VALUE / MAX_SIZE);
        int last = Math.max(1, (items.size() + size - 1) / size);
        int from = Math.min(items.size(), (page - 1) * size);
        ArrayNode slice = JsonNodeFactory.instance.arrayNode();
        items.subList(from, Math.min(items.size(), from + size)).forEach(slice::add);
        var links = new ArrayList<String>();
        if (page > 1) {
            links.add(link(call, self, page - 1, "prev"));
        }
        if (page < last) {
            links.add(link(call, self, page + 1, "next"));
            links.add(link(call, self, last, "last"));
        }
        if (page > 1) {
            links.add(link(call, self, 1, "first"));
        }
        Reply reply = Reply.ok(slice);
        return links.isEmpty() ? reply : reply.with("link", String.join(", ", links));
    }

    private static String link(Call call, String self, int page, String relation) {
        var query = new TreeMap<>(call.query());
        query.put("page", Integer.toString(page));
        var pairs = new ArrayList<String>();
        query.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return "<" + self + "?" + String.join("&", pairs) + ">; rel=\"" + relation + "\"";
    }
}
