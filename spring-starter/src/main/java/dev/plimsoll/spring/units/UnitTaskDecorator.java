package dev.plimsoll.spring.units;

import dev.plimsoll.work.UnitOfWork;
import org.springframework.core.task.TaskDecorator;

/** Takes the unit of work to the threads of Spring Boot's executors: {@code @Async} methods and asynchronous requests. */
final class UnitTaskDecorator implements TaskDecorator {

    @Override
    public Runnable decorate(Runnable task) {
        UnitOfWork unit = UnitOfWork.current();
        return unit == null ? task : unit.wrap(task);
    }
}
