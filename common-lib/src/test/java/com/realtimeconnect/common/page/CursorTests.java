package com.realtimeconnect.common.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.realtimeconnect.common.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CursorTests {

    @Property
    void comesBackAsItWent(@ForAll Instant instant, @ForAll long high, @ForAll long low, @ForAll long number) {
        var id = new UUID(high, low);
        var cursor = Cursor.decode(Cursor.of(instant, id, number).encode());

        assertThat(cursor.instant(0)).isEqualTo(instant);
        assertThat(cursor.uuid(1)).isEqualTo(id);
        assertThat(cursor.number(2)).isEqualTo(number);
    }

    @Property
    void refusesWhatIsNotOursAndNeverFailsOtherwise(@ForAll String text) {
        var thrown = catchThrowable(() -> Cursor.decode(text).uuid(0));

        assertThat(thrown).isInstanceOf(ProblemException.class);
    }
}
