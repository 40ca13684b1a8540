package lending;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A book of the library. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class Book {
    @Id
    private long id;

    private String title;

    protected Book() {}

    public Book(long id, String title) {
        this.id = id;
        this.title = title;
    }

    public String title() {
        return title;
    }
}
