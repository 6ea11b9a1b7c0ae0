import './theme.css';
import './layout.css';
import './shell';
