package io.alphapanda.engine;

import io.alphapanda.stage.testing.executable.ExecutableSpecification;

class ExecutableTest extends ExecutableSpecification {}
