package dev.plimsoll.spring.page;

import dev.plimsoll.spring.page.PageFiles.PageFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerMapping;

/** Answers with the page's files. */
final class ServletPage implements HttpRequestHandler {
    private final PageFiles files;

    ServletPage(PageFiles files) {
        this.files = files;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PageFile> file = files.file(name(request));
        if (file.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        PageFiles.HEADERS.forEach(response::setHeader);
        response.setContentType(file.get().type());
        response.setContentLength(file.get().content().length);
        response.getOutputStream().write(file.get().content());
    }

    private static String name(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> found && found.get("file") instanceof String file
                ? file
                : PageFiles.START;
    }
}
