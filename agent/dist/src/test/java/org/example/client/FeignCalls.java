package org.example.client;

import feign.RequestLine;
import feign.Response;
import java.net.URI;

/** What the server offers, as Feign wants it to be described. */
interface FeignCalls {
    @RequestLine("GET")
    Response get(URI address);

    @RequestLine("POST")
    Response post(URI address, byte[] body);
}
