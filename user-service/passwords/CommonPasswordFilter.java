import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts the passwords of some lists into one Bloom filter: java CommonPasswordFilter.java OUTPUT LIST… ; see build-filter.sh. */
public class CommonPasswordFilter {

    /** Shorter and longer ones are refused for their length. */
    private static final int SHORTEST = 10;

    private static final int LONGEST = 72;

    /** One good password in a million is refused by mistake. */
    private static final double FALSE_POSITIVES = 0.000001;

    public static void main(String[] arguments) throws Exception {
        var passwords = new TreeSet<String>();
        for (var list : Arrays.asList(arguments).subList(1, arguments.length)) {
            passwords.addAll(read(Path.of(list)));
        }
        var filter = BloomFilter.create(
                Funnels.stringFunnel(StandardCharsets.UTF_8), passwords.size(), FALSE_POSITIVES);
        passwords.forEach(filter::put);
        try (var output = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
            filter.writeTo(output);
        }
        System.out.printf("%d passwords, false positives %.8f%n", passwords.size(), filter.expectedFpp());
    }

    private static TreeSet<String> read(Path list) throws Exception {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE);
        try (var lines = new BufferedReader(new InputStreamReader(Files.newInputStream(list), decoder))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("# "))
                    .map(line -> line.toLowerCase(Locale.ROOT))
                    .filter(CommonPasswordFilter::isOfLength)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean isOfLength(String password) {
        var bytes = password.getBytes(StandardCharsets.UTF_8).length;
        return bytes >= SHORTEST && bytes <= LONGEST;
    }
}
