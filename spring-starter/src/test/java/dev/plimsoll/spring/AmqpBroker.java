package dev.plimsoll.spring;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.qpid.server.SystemLauncher;

/** A broker in this JVM that speaks RabbitMQ's protocol: Apache Qpid. */
final class AmqpBroker implements AutoCloseable {
    private final SystemLauncher launcher = new SystemLauncher();

    static AmqpBroker start(Path folder, int port) throws Exception {
        Path file = Files.writeString(folder.resolve("broker.json"), """
                {"name": "broker", "modelVersion": "9.0",
                 "authenticationproviders": [{"name": "plain", "type": "Plain", "secureOnlyMechanisms": [],
                   "users": [{"name": "guest", "type": "managed", "password": "guest"}]}],
                 "ports": [{"name": "amqp", "port": "%d", "authenticationProvider": "plain", "protocols": ["AMQP_0_9_1"],
                   "virtualhostaliases": [{"name": "default", "type": "defaultAlias"},
                     {"name": "host", "type": "hostnameAlias"}, {"name": "name", "type": "nameAlias"}]}],
                 "virtualhostnodes": [{"name": "default", "type": "Memory", "defaultVirtualHostNode": "true",
                   "virtualHostInitialConfiguration": "{\\"type\\": \\"Memory\\"}"}]}
                """.formatted(port));
        URL configuration = file.toUri().toURL();
        AmqpBroker broker = new AmqpBroker();
        broker.launcher.startup(Map.of(
                "type", "Memory",
                "initialConfigurationLocation", configuration.toExternalForm(),
                "startupLoggedToSystemOut", "false"));
        return broker;
    }

    @Override
    public void close() {
        launcher.shutdown();
    }
}
