package shop.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A word under which a widget is found. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate fills the fields, and queries name them
@Table(indexes = @Index(columnList = "word, widget_id"))
public class Keyword {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private long id;

    private String word;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Widget widget;

    protected Keyword() {}

    public Keyword(String word, Widget widget) {
        this.word = word;
        this.widget = widget;
    }
}
