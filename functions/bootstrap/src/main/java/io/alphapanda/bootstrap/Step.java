package io.alphapanda.bootstrap;

/// One thing that must be in place. Taking it again, or twice at the same time, changes nothing.
interface Step {

    /// @return what has been done, in one line
    /// @throws StepException if it is not in place now
    String take();
}
