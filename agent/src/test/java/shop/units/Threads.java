package shop.units;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** A job that goes on in other threads, in every way that the JDK has. With the argument {@code live} the agent comes to warm pools. */
public final class Threads implements Job {
    private final ThreadPoolExecutor pool =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ForkJoinPool forks = new ForkJoinPool(2);
    private String prefix = "";

    public static void main(String[] arguments) throws Exception {
        Threads threads = new Threads();
        if (List.of(arguments).contains("live")) {
            threads.prefix = "before_";
            threads.execute(null);
            threads.prefix = "";
            Attach.toThisJvm();
            threads.pool.submit(() -> 0).get(); // for this one the worker was waiting when the agent came
        }
        threads.execute(null);
        threads.pool.submit(() -> threads.read("pool_between_units")).get();
        threads.betweenUnits();
        for (ExecutorService each : List.of(threads.pool, threads.timer, threads.forks)) {
            each.shutdown();
        }
    }

    private int read(String named) {
        return Items.read(prefix + named);
    }

    @Override
    public void execute(JobExecutionContext context) {
        try {
            read("on_its_own_thread");
            pools();
            completions();
            virtualThreads();
            showsTheApplicationItsOwnTasks();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void pools() throws Exception {
        pool.submit(() -> read("pool_submit_callable")).get();
        pool.submit((Runnable) () -> read("pool_submit_runnable")).get();
        pool.invokeAll(List.of((Callable<Integer>) () -> read("pool_invoke_all")));
        CountDownLatch executed = new CountDownLatch(1);
        pool.execute(() -> {
            read("pool_execute");
            executed.countDown();
        });
        executed.await();
        timer.schedule(() -> read("timer_schedule"), 1, TimeUnit.MILLISECONDS).get();
        forks.submit(() -> read("forks_submit_callable")).get();
        forks.submit((Runnable) () -> read("forks_submit_runnable")).get();
        forks.invokeAll(List.of((Callable<Integer>) () -> read("forks_invoke_all")));
        CountDownLatch forked = new CountDownLatch(1);
        forks.execute(() -> {
            read("forks_execute");
            forked.countDown();
        });
        forked.await();
    }

    private void completions() throws Exception {
        CompletableFuture.supplyAsync(() -> read("future_supply")).get();
        CompletableFuture.runAsync(() -> read("future_run"), pool).get();
        CompletableFuture.supplyAsync(() -> 1)
                .thenApplyAsync(one -> one + read("future_then_apply"))
                .thenAcceptAsync(sum -> read("future_then_accept"), pool)
                .thenRunAsync(() -> read("future_then_run"))
                .handleAsync((nothing, failure) -> read("future_handle"))
                .whenCompleteAsync((sum, failure) -> read("future_when_complete"))
                .thenComposeAsync(sum -> CompletableFuture.supplyAsync(() -> read("future_then_compose")))
                .get();
        CompletableFuture<Integer> later = new CompletableFuture<>();
        CompletableFuture<Integer> then = later.thenCombine(CompletableFuture.completedFuture(1), (a, b) -> {
            return a + b + read("future_completed_elsewhere");
        });
        Thread elsewhere = new Thread(() -> later.complete(1));
        elsewhere.start();
        then.get();
    }

    /** By reflection, since they are newer than what this is compiled for. */
    private void virtualThreads() throws Exception {
        if (Runtime.version().feature() < 21) {
            return;
        }
        ExecutorService threads = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        threads.submit(() -> read("virtual_submit")).get();
        CountDownLatch executed = new CountDownLatch(1);
        threads.execute(() -> {
            read("virtual_execute");
            executed.countDown();
        });
        executed.await();
        threads.shutdown();
    }

    private void showsTheApplicationItsOwnTasks() throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        Future<?> blocking = pool.submit(() -> {
            free.await();
            return null;
        });
        Runnable own = new NamedTask();
        pool.execute(own);
        Future<?> named = pool.submit(own);
        Say.that("the queue shows the task itself", pool.getQueue().contains(own));
        Say.that("the task can be removed", pool.remove(own));
        Say.that("a future names its task", named.toString().contains("a task by name"));
        free.countDown();
        blocking.get();
        named.get();
    }

    private record NamedTask() implements Runnable {
        @Override
        public void run() {
            Thread.onSpinWait();
        }

        @Override
        public String toString() {
            return "a task by name";
        }
    }

    /** What is begun in a unit but runs after its end, and one object that two units have given to a pool. */
    private void betweenUnits() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Callable<Integer> waiting = () -> {
            ended.await();
            return 0;
        };
        Runnable shared = () -> read("given_in_two_units");
        Job giving = context -> pool.execute(shared);
        new Delegate(context -> {
                    pool.submit(waiting);
                    pool.submit(() -> read("after_the_end"));
                    pool.execute(() -> read("executed_after_the_end"));
                    giving.execute(context);
                })
                .execute(null);
        new Other(giving).execute(null);
        ended.countDown();
        pool.submit(() -> 0).get();
    }

    private record Delegate(Job job) implements Job {
        @Override
        public void execute(JobExecutionContext context) throws org.quartz.JobExecutionException {
            job.execute(context);
        }
    }

    private record Other(Job job) implements Job {
        @Override
        public void execute(JobExecutionContext context) throws org.quartz.JobExecutionException {
            job.execute(context);
        }
    }
}
