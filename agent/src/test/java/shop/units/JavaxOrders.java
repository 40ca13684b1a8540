package shop.units;

import java.io.IOException;
import javax.servlet.AsyncContext;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** A servlet by its old names. The path says what happens. */
@SuppressWarnings("serial")
public final class JavaxOrders extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = request.getServletPath();
        boolean again = request.getDispatcherType() != DispatcherType.REQUEST;
        if (path.startsWith("/forward") && !again) {
            request.getRequestDispatcher("/orders/forwarded").forward(request, response);
        } else if (path.startsWith("/fail") && !again) {
            throw new ServletException("as wanted");
        } else if (path.startsWith("/later") && !again) {
            AsyncContext later = request.startAsync();
            later.dispatch();
        } else {
            Items.read("servlet" + path.replace('/', '_').replaceAll("[0-9]", "") + (again ? "_again" : ""));
            response.getWriter().write("done");
        }
    }

    /** Reads something of its own before the servlet does. */
    public static final class Guarding implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (((HttpServletRequest) request).getServletPath().startsWith("/guarded")) {
                Items.read("filter");
            }
            chain.doFilter(request, response);
        }
    }
}
