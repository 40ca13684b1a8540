package dev.plimsoll.spring.units;

import dev.plimsoll.work.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Where no unit of work is current, a transaction is one, with the name that Spring gives it: the class and method that is
 * {@code @Transactional}.
 */
final class TransactionUnits implements TransactionExecutionListener {
    private static final ThreadLocal<@Nullable Begun> BEGUN = new ThreadLocal<>();

    private final UnitNotes notes;

    TransactionUnits(UnitNotes notes) {
        this.notes = notes;
    }

    @Override
    public void beforeBegin(TransactionExecution transaction) {
        String name = transaction.getTransactionName();
        if (!name.isEmpty() && UnitOfWork.current() == null) {
            UnitOfWork unit = UnitOfWork.begin(name);
            notes.begun(unit);
            BEGUN.set(new Begun(transaction, unit));
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

    @SuppressWarnings("ReferenceEquality") // the very transaction that was begun here
    private void end(TransactionExecution transaction) {
        Begun own = BEGUN.get();
        if (own != null && own.transaction == transaction) {
            BEGUN.remove();
            notes.end(own.unit);
        }
    }

    private record Begun(TransactionExecution transaction, UnitOfWork unit) {}
}
