package ronda.server.upload;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the files of a form lie while they arrive (bagian berkas): in a folder of the home that
 * nobody else on the machine can read. Each is deleted when its form is answered; what a server
 * that was killed could not delete, the next one deletes at its start.
 */
@Configuration(proxyBeanMethods = false)
class Parts {
  /**
   * The limits as they are set, and the folder.
   *
   * @param home Ronda's folder, which one process has open at a time; where none is set, Tomcat's
   *     own temporary folder, which is ours alone and goes with the process
   */
  @Bean
  MultipartConfigElement filesArriving(
      MultipartProperties limits, @Value("${ronda.home:}") String home) throws IOException {
    if (!home.isBlank()) {
      Path folder = Files.createDirectories(Path.of(home, "parts").toAbsolutePath());
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      sweep(folder);
      limits.setLocation(folder.toString());
    }
    return limits.createMultipartConfig();
  }

  private static void sweep(Path folder) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
  }
}
