package dev.perfagent.probe.reactornetty;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for Reactor Netty's HTTP client. A subscriber's call has one handler. It is asked for the address before each attempt
 * to send: so also before it follows a redirect. One observer of the connection sees the headers of an answer come, another one
 * sees what goes wrong later, and redirects that are followed. All other failures come to the handler, which decides whether
 * to try again. The connection's operations see bodies go by.
 */
public final class ReactorNettyProbe {
    private static final String PACKAGE = "reactor/netty/";
    private static final String OPERATIONS = "http/client/HttpClientOperations";
    private static final String CONNECTION = "L" + PACKAGE + "Connection;";

    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "reactor-netty",
            "Reactor Netty 1.0 to 1.3",
            type(
                    "HttpClientHandler",
                    Hook.of("get", "()Ljava/net/SocketAddress;", Site.HTTP_CALL_LATER, AddressAdvice.class),
                    Hook.of("test", "(Ljava/lang/Throwable;)Z", Site.HTTP_CALL, FailedAdvice.class)),
            type(
                    "HttpIOHandlerObserver",
                    Hook.of(
                            "onStateChange",
                            "(" + CONNECTION + "L" + PACKAGE + "ConnectionObserver$State;)V",
                            Site.HTTP_CALL,
                            AnsweredAdvice.class),
                    Hook.of(
                            "onStateChange",
                            "(" + CONNECTION + "L" + PACKAGE + "ConnectionObserver$State;)V",
                            Site.HTTP_REQUEST_BODY,
                            ConfiguredAdvice.class)),
            ProbedClass.relocatable(
                    PACKAGE + OPERATIONS,
                    PACKAGE,
                    OPERATIONS,
                    Hook.of(
                            "onInboundNext",
                            "(Lio/netty/channel/ChannelHandlerContext;Ljava/lang/Object;)V",
                            Site.HTTP_ANSWER_BODY,
                            PieceAdvice.class),
                    Hook.of(
                            "newFullBodyMessage",
                            "(Lio/netty/buffer/ByteBuf;)Lio/netty/handler/codec/http/HttpMessage;",
                            Site.HTTP_REQUEST_BODY,
                            RequestBodyAdvice.class)),
            type(
                    "HttpObserver",
                    Hook.of(
                            "onUncaughtException",
                            "(" + CONNECTION + "Ljava/lang/Throwable;)V",
                            Site.HTTP_CALL,
                            AnsweredAdvice.class)));

    private ReactorNettyProbe() {}

    private static ProbedClass type(String name, Hook... hooks) {
        String ending = "http/client/HttpClientConnect$" + name;
        return ProbedClass.relocatable("reactor/netty/" + ending, PACKAGE, ending, hooks);
    }
}
