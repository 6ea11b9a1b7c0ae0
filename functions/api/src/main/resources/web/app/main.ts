import './theme.css';
import './layout.css';
import './access.css';
import './shell';
