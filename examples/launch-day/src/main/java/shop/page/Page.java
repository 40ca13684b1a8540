package shop.page;

/** A page or a job of the shop. Both forms do the same and return what their user sees. */
public interface Page {

    String name();

    String broken();

    String mended();
}
