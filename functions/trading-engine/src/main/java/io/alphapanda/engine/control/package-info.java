/// People's commands: who may trade. A door decodes and answers; what a command does is
/// [io.alphapanda.engine.control.TradingControl]'s, whoever gives it.
package io.alphapanda.engine.control;
