package dev.plimsoll.spring.units;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.task.TaskDecorator;

/** Says what an application's own decorator of tasks has to do, which stands in the place of ours. */
final class DecoratorsOfOthers implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger("dev.plimsoll");

    /** Spring's, which takes the unit along with everything else that Micrometer's context-propagation knows. */
    private static final String PROPAGATING = "org.springframework.core.task.support.ContextPropagatingTaskDecorator";

    private final ObjectProvider<TaskDecorator> decorators;

    DecoratorsOfOthers(ObjectProvider<TaskDecorator> decorators) {
        this.decorators = decorators;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> names = decorators.stream()
                .map(decorator -> decorator.getClass().getName())
                .toList();
        if (!names.isEmpty() && names.stream().noneMatch(DecoratorsOfOthers::takesUnits)) {
            LOG.info(
                    "The application's TaskDecorator {} is used, so tasks are units of their own: wrap them in it, as in"
                            + " UnitOfWork.current() == null ? task : UnitOfWork.current().wrap(task)",
                    String.join(", ", names));
        }
    }

    private static boolean takesUnits(String name) {
        return name.equals(UnitTaskDecorator.class.getName()) || name.equals(PROPAGATING);
    }
}
