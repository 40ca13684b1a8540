package lending;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** One book in the hands of one reader, to be brought back on a day. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate fills the fields, and queries name them
public class Loan {
    @Id
    private long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Book book;

    private String reader;
    private int dueDay;

    protected Loan() {}

    public Loan(long id, Book book, String reader, int dueDay) {
        this.id = id;
        this.book = book;
        this.reader = reader;
        this.dueDay = dueDay;
    }

    public Book book() {
        return book;
    }

    public int dueDay() {
        return dueDay;
    }

    /** A week longer. */
    public void renew() {
        dueDay += 7;
    }
}
