package com.example.ghpm.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * An answer before it is sent.
 *
 * @param status the HTTP status
 * @param headers those of this answer only; what every answer carries is added when it is sent
 * @param body the bytes to send, empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; the bytes go straight to the socket.
record Reply(int status, Map<String, String> headers, byte[] body) {
    Reply {
        headers = Map.copyOf(headers);
    }

    static Reply json(int status, JsonNode node) {
        return new Reply(status, Map.of(), node.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Reply ok(JsonNode node) {
        return json(200, node);
    }

    static Reply created(JsonNode node) {
        return json(201, node);
    }

    static Reply error(int status, String message) {
        return json(
                status,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("message", message)
                        .put("documentation_url", "https://docs.github.com/rest")
                        .put("status", Integer.toString(status)));
    }

    static Reply notFound() {
        return error(404, "Not Found");
    }

    Reply with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    /** The same answer without its content, for a client that has it already. */
    Reply notModified() {
        return new Reply(304, headers, new byte[0]);
    }

    /** A weak validator, as GitHub's are; the same content gets the same one in every run. */
    String etag() {
        var checksum = new CRC32();
        checksum.update(body);
        return "W/\"" + Long.toHexString(checksum.getValue()) + "-" + Integer.toHexString(body.length) + "\"";
    }
}
