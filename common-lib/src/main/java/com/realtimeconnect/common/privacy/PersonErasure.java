package com.realtimeconnect.common.privacy;

import com.realtimeconnect.common.identity.UserId;
import java.util.Map;

/** Takes away whatever a service holds about a person; each service has one bean of it. */
public interface PersonErasure {

    /**
     * Leaves nothing that tells who the person was, and sees to it that nothing comes back that is still on its way. Doing it
     * again does no harm, and takes away what was restored since.
     *
     * @return how many rows, keys or objects were changed, by where they are
     * @throws com.realtimeconnect.common.problem.ProblemException if something has to end first: it is tried again later
     */
    Map<String, Integer> erase(UserId person);
}
