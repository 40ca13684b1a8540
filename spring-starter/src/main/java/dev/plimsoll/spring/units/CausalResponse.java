package dev.plimsoll.spring.units;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;

/** Does something once, before anything of the answer is written: later, no header could be added. */
final class CausalResponse extends HttpServletResponseWrapper {
    private final Runnable before;
    private boolean begun;

    CausalResponse(HttpServletResponse response, Runnable before) {
        super(response);
        this.before = before;
    }

    /** The answer begins now, if it has not before. */
    void begin() {
        if (!begun) {
            begun = true;
            before.run();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        begin();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        begin();
        return super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        begin();
        super.flushBuffer();
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        begin();
        super.sendError(status, message);
    }

    @Override
    public void sendError(int status) throws IOException {
        begin();
        super.sendError(status);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        begin();
        super.sendRedirect(location);
    }

    @Override
    public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
        begin();
        super.sendRedirect(location, status, clearBuffer);
    }
}
