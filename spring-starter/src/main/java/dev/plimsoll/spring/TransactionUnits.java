package dev.plimsoll.spring;

import dev.plimsoll.work.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Where no unit of work is current, a transaction is one, with the name that Spring gives it: the class and method that is
 * {@code @Transactional}.
 */
final class TransactionUnits implements TransactionExecutionListener {
    private final ThreadLocal<@Nullable Begun> begun = new ThreadLocal<>();

    @Override
    public void beforeBegin(TransactionExecution transaction) {
        String name = transaction.getTransactionName();
        if (!name.isEmpty() && UnitOfWork.current() == null) {
            begun.set(new Begun(transaction, UnitOfWork.begin(name)));
        }
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure != null) {
            end(transaction);
        }
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        end(transaction);
    }

    @Override
    public void afterRollback(TransactionExecution transaction, @Nullable Throwable failure) {
        end(transaction);
    }

    private void end(TransactionExecution transaction) {
        Begun own = begun.get();
        if (own != null && own.transaction == transaction) {
            begun.remove();
            own.unit.close();
        }
    }

    private record Begun(TransactionExecution transaction, UnitOfWork unit) {}
}
