package ronda.server.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes out of every field what nobody types: the character NUL, which no text in PostgreSQL can
 * hold. Stands behind the filter that says how forms are written in letters, and before whoever
 * reads a form. Posts that programs send are read elsewhere.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class OddFields extends OncePerRequestFilter {
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String type = request.getContentType();
    if (type == null || !type.startsWith("multipart/")) {
      request
          .getParameterNames(); // An address with a broken escape is refused here, and not later.
    }
    chain.doFilter(new Cleaned(request), response);
  }

  private static String without(String text) {
    return text.replace('\0', ' ');
  }

  private static final class Cleaned extends HttpServletRequestWrapper {
    Cleaned(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
      String value = super.getParameter(name);
      return value == null ? null : without(value);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      String[] values = super.getParameterValues(name);
      return values == null ? null : clean(values);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      Map<String, String[]> cleaned = new LinkedHashMap<>();
      super.getParameterMap().forEach((name, values) -> cleaned.put(without(name), clean(values)));
      return Collections.unmodifiableMap(cleaned);
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(getParameterMap().keySet());
    }

    private static String[] clean(String[] values) {
      String[] cleaned = new String[values.length];
      for (int i = 0; i < values.length; i++) {
        cleaned[i] = without(values[i]);
      }
      return cleaned;
    }
  }
}
