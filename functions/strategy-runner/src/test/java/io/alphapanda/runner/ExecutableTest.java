package io.alphapanda.runner;

import io.alphapanda.stage.testing.executable.ExecutableSpecification;

class ExecutableTest extends ExecutableSpecification {}
