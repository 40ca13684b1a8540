package replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** A real run, the shortest that leaves each act its time. That connections are given back is part of its status. */
class ReplicasTest {

    @Test
    void everyActIsSeenAndNobodyMissesTheirOwnOrder() {
        StringWriter out = new StringWriter();

        int status = Replicas.command().setOut(new PrintWriter(out)).execute("--seconds", "12");

        assertThat(out.toString().lines())
                .as(out.toString())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Display.WIDTH))
                .anySatisfy(line -> assertThat(line).contains(">>> a's replay is paused"))
                .anySatisfy(line -> assertThat(line).contains(">>> a's replay is resumed"))
                .anySatisfy(line -> assertThat(line).contains(">>> b is killed"))
                .anySatisfy(line -> assertThat(line).contains(">>> b is started again"))
                .anySatisfy(line -> assertThat(line).contains(">>> p is stopped, a is promoted"))
                .anySatisfy(line -> assertThat(line).contains(">>> p is made a replica of a"))
                .anySatisfy(line -> assertThat(line).matches("replay of a paused, resumed +ok .*"))
                .anySatisfy(line -> assertThat(line).matches("b killed, started again +ok .*"))
                .anySatisfy(line -> assertThat(line).matches("p stopped, a promoted +ok .*"))
                .anySatisfy(line -> assertThat(line).matches("p back as a replica of a +ok .*"))
                .anySatisfy(line -> assertThat(line).matches("own writes missed +0 .*"))
                .anySatisfy(line -> assertThat(line).matches("reads failed +0 .*"))
                .noneSatisfy(line -> assertThat(line).contains("\u001b"));
        assertThat(status).as(out.toString()).isZero();
    }
}
